package com.aipixels.gallery;

import com.aipixels.identity.UserId;
import com.aipixels.problems.Problem;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.Sha256;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// All pictures of one member, to take along, and pictures that a member brings from elsewhere.
@Component
public class Portfolios {

  private final PortfolioTable table;
  private final PictureFiles files;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  Portfolios(
      PortfolioTable table,
      PictureFiles files,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.table = table;
    this.files = files;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /// One picture to take along.
  ///
  /// @param original null where the picture lies with somebody else, as a taken-over one may
  public record Item(PortableImage line, @Nullable ObjectKey original) {}

  /// What became of a picture that was brought.
  public sealed interface Outcome {}

  public record Hung(ImageId id) implements Outcome {}

  /// The member has it already.
  public record Known() implements Outcome {}

  /// Nothing was kept; `why` is a sentence for the member.
  public record Refused(String why) implements Outcome {}

  /// Some of a member's pictures in the order of their ids, beginning after the given one.
  public List<Item> after(UserId owner, int id, int limit) {
    return table.after(owner, id, limit);
  }

  /// Whether bringing it would change nothing.
  public boolean knows(Arrival arrival) {
    return table.knows(arrival.owner(), arrival.origin(), arrival.line().id(), arrival.here());
  }

  /// Hangs a picture as it hung elsewhere, with its dates and the very bytes of its file, and
  /// remembers where it came from. It costs nothing and is nobody's request.
  public Outcome bring(Arrival arrival, byte[] original) {
    String sha256 = HexFormat.of().formatHex(Sha256.begin().digest(original));
    if (!sha256.equals(arrival.line().sha256())) {
      return new Refused("The file is not the one that was exported.");
    }
    try {
      List<String> tags = arrival.line().checked(clock.instant());
      return switch (files.store(arrival.stem(), original, null, Origins.none())) {
        case PictureFiles.NotAPicture(String why) -> new Refused(why);
        case PictureFiles.Stored(PictureFile file) -> hang(arrival, tags, file, sha256);
      };
    } catch (Problem e) {
      return new Refused(e.detail());
    }
  }

  private Outcome hang(Arrival arrival, List<String> tags, PictureFile file, String sha256) {
    return transaction.execute(_ -> {
      ImageId id = table.insert(arrival, tags, file);
      table.remember(id, arrival, sha256);
      if (arrival.visibility() == Visibility.PUBLIC) {
        events.publishEvent(new ImagePublished(id, arrival.owner()));
      }
      return new Hung(id);
    });
  }
}
