package com.aipixels.provenance;

import com.aipixels.identity.Viewer;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/verify")
class VerifyController {

  private final Provenance provenance;

  VerifyController(Provenance provenance) {
    this.provenance = provenance;
  }

  @GetMapping
  Verdict byHash(Viewer viewer, @RequestParam String sha256) {
    return provenance.verify(viewer, sha256);
  }

  /// Whatever type the body is said to be of.
  @PostMapping
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
  Verdict byFile(Viewer viewer, HttpServletRequest request) throws IOException {
    return provenance.verify(viewer, request.getInputStream());
  }
}
