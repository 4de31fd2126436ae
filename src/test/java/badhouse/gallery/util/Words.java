package badhouse.gallery.util;

class Words {}
