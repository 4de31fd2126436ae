package com.aipixels.localclerk;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where to go after signing in: a path of this site, never another site.
public final class LocalPath {

  private LocalPath() {}

  /// The given path, or `/` where it is none.
  public static URI of(@Nullable String path) {
    boolean local = path != null && path.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
    try {
      return URI.create(local ? path : "/");
    } catch (IllegalArgumentException e) {
      return URI.create("/");
    }
  }
}
