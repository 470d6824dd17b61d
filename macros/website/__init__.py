"""What is seen: pages, templates, the calls that writers use, structured data and search."""
