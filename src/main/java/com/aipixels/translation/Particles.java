package com.aipixels.translation;

import com.aipixels.translation.Word.Role;
import java.util.Map;
import java.util.Optional;

/// Korean particles (조사), by their written form.
final class Particles {

  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("이", Role.SUBJECT),
          Map.entry("가", Role.SUBJECT),
          Map.entry("은", Role.SUBJECT),
          Map.entry("는", Role.SUBJECT),
          Map.entry("께서", Role.SUBJECT),
          Map.entry("도", Role.SUBJECT),
          Map.entry("을", Role.OBJECT),
          Map.entry("를", Role.OBJECT),
          Map.entry("의", Role.OF),
          Map.entry("와", Role.AND),
          Map.entry("과", Role.AND),
          Map.entry("랑", Role.AND),
          Map.entry("이랑", Role.AND),
          Map.entry("하고", Role.AND),
          Map.entry("및", Role.AND),
          Map.entry("에", Role.PLACE),
          Map.entry("에서", Role.PLACE),
          Map.entry("에게", Role.TO),
          Map.entry("한테", Role.TO),
          Map.entry("께", Role.TO),
          Map.entry("까지", Role.TO),
          Map.entry("로", Role.WAY),
          Map.entry("으로", Role.WAY),
          Map.entry("로써", Role.WAY),
          Map.entry("으로써", Role.WAY),
          Map.entry("처럼", Role.LIKE),
          Map.entry("같이", Role.LIKE),
          Map.entry("마냥", Role.LIKE),
          Map.entry("부터", Role.FROM),
          Map.entry("에서부터", Role.FROM),
          Map.entry("들", Role.PLURAL));

  private Particles() {}

  static Optional<Role> role(String particle) {
    return Optional.ofNullable(ROLES.get(particle));
  }
}
