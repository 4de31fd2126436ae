package com.aipixels.gallery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Lets a picture be found as soon as it can be seen. Nothing is lost where this is not heard: the
/// index looks by itself, only later. Therefore the event registry need not remember it.
@Component
class OnImagePublished {

  private final SearchIndexing indexing;

  OnImagePublished(SearchIndexing indexing) {
    this.indexing = indexing;
  }

  @EventListener
  void index(ImagePublished event) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            indexing.wake();
          }
        });
  }
}
