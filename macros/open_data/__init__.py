"""What machines read: the facts and texts of the catalogue in forms of their own."""
