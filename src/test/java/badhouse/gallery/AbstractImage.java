package badhouse.gallery;

abstract class AbstractImage {}
