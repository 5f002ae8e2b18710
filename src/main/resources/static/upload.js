// Upload enhancements load here.
