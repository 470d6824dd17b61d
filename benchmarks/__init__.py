"""What it costs: build, search index, preview and page weight, beside stock mkdocs-material."""
