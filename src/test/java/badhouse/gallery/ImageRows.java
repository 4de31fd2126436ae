package badhouse.gallery;

import org.springframework.transaction.annotation.Transactional;

@Transactional
class ImageRows {}
