package com.aipixels.limits;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import java.util.List;

/// Whom a request is counted against.
sealed interface Asker {

  record OneMember(UserId userId) implements Asker {}

  /// Everybody without a session at one place.
  record Guests(Network network) implements Asker {}

  /// All members at one place, such as a school: so many accounts of one person are no way around.
  record Crowd(Network network) implements Asker {}

  static List<Asker> of(Viewer viewer, Network network) {
    return switch (viewer) {
      case Viewer.Guest() -> List.of(new Guests(network));
      case Viewer.Member(UserId userId) -> List.of(new OneMember(userId), new Crowd(network));
    };
  }
}
