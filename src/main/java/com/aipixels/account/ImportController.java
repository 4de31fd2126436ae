package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class ImportController {

  private static final MediaType ZIP = MediaType.valueOf("application/zip");

  private final Imports imports;

  ImportController(Imports imports) {
    this.imports = imports;
  }

  /// The body is the zip itself.
  @PostMapping("/import")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Import> bring(
      Viewer viewer,
      @RequestParam(defaultValue = "false") boolean publish,
      HttpServletRequest request)
      throws IOException, HttpMediaTypeNotSupportedException {
    UserId member = viewer.memberId();
    String type = request.getContentType();
    if (type == null || !ZIP.isCompatibleWith(MediaType.parseMediaType(type))) {
      throw new HttpMediaTypeNotSupportedException((MediaType) null, List.of(ZIP));
    }
    Import begun = imports.receive(member, publish, request.getInputStream());
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/me/imports/" + begun.id()))
        .body(begun);
  }

  @GetMapping("/imports/{id}")
  Import one(Viewer viewer, @PathVariable UUID id) {
    return imports.one(viewer.memberId(), id);
  }
}
