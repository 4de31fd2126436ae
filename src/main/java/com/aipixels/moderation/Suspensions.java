package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Members who may only read for a while.
@Component
public class Suspensions {

  private final SuspensionTable table;

  Suspensions(SuspensionTable table) {
    this.table = table;
  }

  /// The suspension of whoever asks, if they are suspended now.
  public Optional<Suspension> of(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest() -> Optional.empty();
      case Viewer.Member(UserId member) -> table.of(member);
    };
  }
}
