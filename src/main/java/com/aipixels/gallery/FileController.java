package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.storage.FileAnswer;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The bytes of pictures and thumbnails.
@RestController
final class FileController {

  /// The name holds a hash of the bytes, so what it names never changes, and a reader may keep it.
  private static final String FOR_EVER = "max-age=31536000, immutable";

  /// Caches that serve many readers ask again after a second, whatever they would else rather do:
  /// `s-maxage` stands before `max-age` and forbids stale answers (RFC 9111, 5.2.2.10), and
  /// `immutable` holds only while an answer is fresh (RFC 8246). They are told 304, or 404 once the
  /// picture is hidden. What one reader's browser has kept is out of anybody's reach.
  static final String FOR_EVERYBODY = "public, s-maxage=1, ";

  /// Where an nginx in front finds what it is to send.
  static final String ACCEL_REDIRECT = "X-Accel-Redirect";

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
    response.setHeader(HttpHeaders.CACHE_CONTROL, (open ? FOR_EVERYBODY : "private, ") + FOR_EVER);
    String mediaType = PictureFormat.ofFile(key.value()).mediaType();
    Optional<String> place = store.accelRedirect(key);
    if (place.isPresent()) {
      response.setContentType(mediaType);
      response.setHeader(ACCEL_REDIRECT, place.get());
    } else {
      new FileAnswer(file, mediaType).send(request, response);
    }
  }
}
