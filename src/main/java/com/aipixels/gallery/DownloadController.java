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
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The file of a picture, to keep.
@RestController
class DownloadController {

  private final Gallery gallery;
  private final ObjectStore store;

  DownloadController(Gallery gallery, ObjectStore store) {
    this.gallery = gallery;
    this.store = store;
  }

  @GetMapping("/api/v1/images/{id}/download")
  void download(
      Viewer viewer,
      @PathVariable ImageId id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Download download = gallery.download(viewer, id);
    ObjectKey key = download.file();
    StoredObject file = store.open(key).orElseThrow(Problem::notFound);
    if (isWhole(request)) {
      gallery.countDownload(id);
    }
    String name = "aipixels-" + id + "." + PictureFormat.ofFile(key.value()).extension();
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    response.setHeader(HttpHeaders.LINK, download.notice());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    new FileAnswer(file, PictureFormat.ofFile(key.value()).mediaType()).send(request, response);
  }

  /// Whoever goes on with a download, or only looks whether it changed, was counted before.
  private static boolean isWhole(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getHeader(HttpHeaders.RANGE) == null
        && request.getHeader(HttpHeaders.IF_NONE_MATCH) == null;
  }
}
