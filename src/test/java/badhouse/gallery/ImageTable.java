package badhouse.gallery;

import org.springframework.transaction.annotation.Transactional;

/// Begins a transaction at the bottom instead of at the top.
class ImageTable {

  @Transactional
  void insert() {}
}
