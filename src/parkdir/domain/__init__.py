"""What a park is: records, figures, words, audiences. No files, no SQL, no Qt."""
