"""What we know: the model, the vocabulary, reading YAML with positions, and the rules about the whole."""
