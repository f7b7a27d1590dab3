"""From the tree to a proven PDF: faces, pages, tags, and the styles they wear."""
