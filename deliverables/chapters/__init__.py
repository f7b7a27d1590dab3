"""What a document says, chapter by chapter: each makes blocks of the tree."""
