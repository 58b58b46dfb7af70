"""What dossiers of a procedure are most often returned for (lỗi hay gặp)."""
