package com.aipixels.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where the world reaches these pages: as the operator says, else as whoever asks has named it.
@Component
class Site {

  private final String publicUrl;

  Site(@Value("${aipixels.public-url:}") String publicUrl) {
    this.publicUrl = publicUrl.replaceFirst("/+$", "");
  }

  /// Without a slash at its end.
  String url(HttpServletRequest request) {
    return publicUrl.isEmpty()
        ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
        : publicUrl;
  }
}
