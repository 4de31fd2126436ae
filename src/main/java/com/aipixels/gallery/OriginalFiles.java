package com.aipixels.gallery;

import com.aipixels.problems.Problem;
import com.aipixels.storage.FileAnswer;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Originals for those who may look at a picture whatever its visibility: that they may, is decided
/// before.
@Component
public class OriginalFiles {

  private final FileTable table;
  private final ObjectStore store;

  OriginalFiles(FileTable table, ObjectStore store) {
    this.table = table;
    this.store = store;
  }

  /// Answers with the file, which nobody keeps.
  ///
  /// @throws Problem `not_found`
  public void send(ImageId id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StoredObject file = table.original(id).flatMap(store::open).orElseThrow(Problem::notFound);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    new FileAnswer(file, PictureFormat.ofFile(file.key().value()).mediaType())
        .send(request, response);
  }
}
