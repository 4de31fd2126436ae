package com.aipixels.gallery;

import com.aipixels.storage.ObjectKey;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Removes the files of a deleted picture, after its row is gone for good.
@Component
class OnImageDeleted {

  private final PictureFiles files;

  OnImageDeleted(PictureFiles files) {
    this.files = files;
  }

  @ApplicationModuleListener
  void removeFiles(ImageDeleted event) {
    if (ObjectKey.isValid(event.filePath())) {
      files.delete(new ObjectKey(event.filePath()));
    }
  }
}
