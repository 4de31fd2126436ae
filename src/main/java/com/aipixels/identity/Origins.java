package com.aipixels.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Our own public origins. A session token made for a page of any other is none of ours, even when
/// a sibling subdomain managed to plant it.
@Component
class Origins {

  private final Set<String> configured;
  private final OwnAddress own;

  Origins(IdentitySettings settings, OwnAddress own) {
    this.configured = trimmed(settings.origins());
    this.own = own;
  }

  boolean contain(String origin) {
    return (configured.isEmpty() ? own.origins() : configured).contains(origin);
  }

  private static Set<String> trimmed(List<String> origins) {
    return origins.stream()
        .map(origin -> origin.strip().replaceFirst("/$", ""))
        .filter(origin -> !origin.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
