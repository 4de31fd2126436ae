package com.aipixels.web;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Addresses of styles, scripts and icons. Each names the bytes behind it and may be kept for ever.
@Component
public class Assets {

  private final ResourceUrlProvider urls;

  Assets(ResourceUrlProvider urls) {
    this.urls = urls;
  }

  /// The address of a file such as `app.css`.
  public String url(String file) {
    return Objects.requireNonNull(
        urls.getForLookupPath(AssetFiles.PATH + file), () -> "There is no asset " + file);
  }
}
