package com.aipixels.web;

import com.aipixels.identity.PersonCard;
import com.aipixels.notifications.Kind;
import com.aipixels.paging.Slice;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a member wants to hear of, where, and whom they have muted.
///
/// @param pushKey what a browser subscribes to pushes with; null where there are none
public record NotificationChoiceModel(
    Chrome chrome,
    Set<Kind> wanted,
    boolean saved,
    @Nullable String pushKey,
    Slice<PersonCard> muted)
    implements PageModel {

  @Override
  public String template() {
    return "notification-choice.jte";
  }

  public @Nullable String next() {
    String cursor = muted.nextCursor();
    return cursor == null
        ? null
        : new Link(NotificationChoicePage.PATH).and("cursor", cursor).toString();
  }
}
