package badhouse.gallery;

class ImageServiceImpl {}
