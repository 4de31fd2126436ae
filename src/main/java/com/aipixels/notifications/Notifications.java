package com.aipixels.notifications;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.Problem;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Every member's inbox. What the reader may not see any more is not in it.
@Component
public class Notifications {

  /// What is counted no further.
  public static final int MANY = 100;

  private final NotificationQueries queries;
  private final InboxTable inboxes;
  private final CauseTable causes;
  private final Gallery gallery;
  private final People people;

  Notifications(
      NotificationQueries queries,
      InboxTable inboxes,
      CauseTable causes,
      Gallery gallery,
      People people) {
    this.queries = queries;
    this.inboxes = inboxes;
    this.causes = causes;
    this.gallery = gallery;
    this.people = people;
  }

  /// The reader's notifications, newest first.
  ///
  /// @throws Problem `unauthenticated`
  public Slice<Notification> of(Viewer viewer, PageRequest page) {
    return queries.newest(viewer.memberId(), page).map(lines -> complete(viewer, lines));
  }

  /// How many are unread, counted no further than [#MANY].
  public int unread(UserId reader) {
    return queries.unread(reader, MANY);
  }

  /// Everything up to this position has been seen. Whoever joins one of them later makes a new one.
  @Transactional
  public void read(UserId reader, long upTo) {
    if (upTo < 0) {
      throw Problem.invalid("upTo", "must be the position of a notification");
    }
    if (!inboxes.readUpTo(reader, upTo)) {
      causes.takeTurn();
      inboxes.open(reader);
      inboxes.readUpTo(reader, upTo);
    }
    inboxes.call(reader);
  }

  /// What the reader wants to hear of.
  public Set<Kind> wanted(UserId reader) {
    return EnumSet.complementOf(inboxes.silent(reader));
  }

  /// Switches some kinds on and others off, for what happens from now on.
  @Transactional
  public void choose(UserId reader, Collection<Kind> on, Collection<Kind> off) {
    inboxes.open(reader);
    inboxes.silence(reader, off, on);
  }

  /// At most `most` of what came after a position, the earliest first.
  public List<Notification> after(Viewer viewer, long position, int most) {
    return complete(viewer, queries.after(viewer.memberId(), position, most)).reversed();
  }

  private List<Notification> complete(Viewer viewer, List<Line> lines) {
    Map<UserId, PersonCard> cards =
        people.cards(
            lines.stream().flatMap(line -> line.actors().stream()).collect(Collectors.toSet()));
    Map<ImageId, ImageCard> pictures =
        gallery.cards(
            viewer,
            lines.stream().map(Line::image).filter(Objects::nonNull).collect(Collectors.toSet()));
    return lines.stream().map(line -> line.with(cards, pictures)).toList();
  }
}
