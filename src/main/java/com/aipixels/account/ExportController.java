package com.aipixels.account;

import com.aipixels.identity.Viewer;
import com.aipixels.storage.FileAnswer;
import com.aipixels.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class ExportController {

  private final Exports exports;

  ExportController(Exports exports) {
    this.exports = exports;
  }

  record ExportList(List<Export> items) {}

  @PostMapping("/export")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Export> ask(Viewer viewer) {
    Export export = exports.ask(viewer.memberId());
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/me/export/" + export.id()))
        .body(export);
  }

  @GetMapping("/exports")
  ExportList list(Viewer viewer) {
    return new ExportList(exports.of(viewer.memberId()));
  }

  @GetMapping("/export/{id}")
  void download(
      Viewer viewer,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    StoredObject file = exports.file(viewer.memberId(), id);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("aipixels-export.zip").build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    new FileAnswer(file, "application/zip").send(request, response);
  }
}
