package com.aipixels.gallery;

import com.aipixels.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ViewController {

  private final Views views;

  ViewController(Views views) {
    this.views = views;
  }

  @PostMapping("/api/v1/images/{id}/view")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void view(Viewer viewer, @PathVariable ImageId id, HttpServletRequest request) {
    views.note(
        viewer, id, request.getRemoteAddr() + " " + request.getHeader(HttpHeaders.USER_AGENT));
  }
}
