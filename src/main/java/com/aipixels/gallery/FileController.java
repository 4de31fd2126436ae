package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The bytes of pictures and thumbnails.
@RestController
final class FileController {

  /// The name holds a hash of the bytes, so what it names never changes.
  private static final String FOR_EVER = "max-age=31536000, immutable";

  private final FileTable table;
  private final ObjectStore store;

  FileController(FileTable table, ObjectStore store) {
    this.table = table;
    this.store = store;
  }

  @GetMapping("/files/{name}")
  void file(
      @PathVariable String name,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!ObjectKey.isValid(name)) {
      throw Problem.notFound();
    }
    ObjectKey key = new ObjectKey(name);
    boolean open = table.isPublic(key.stem(), viewer).orElseThrow(Problem::notFound);
    StoredObject file = store.open(key).orElseThrow(Problem::notFound);
    response.setHeader(HttpHeaders.CACHE_CONTROL, (open ? "public, " : "private, ") + FOR_EVER);
    new FileAnswer(file).send(request, response);
  }
}
