package com.aipixels.web;

import com.aipixels.collections.Collection;
import com.aipixels.community.Profile;
import com.aipixels.gallery.ImageCard;
import com.aipixels.identity.PersonCard;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// A member, their public pictures and the newest of their public collections.
public record MemberModel(
    Chrome chrome,
    Profile profile,
    Slice<ImageCard> pictures,
    Slice<Collection> collections,
    boolean isOneself,
    boolean isMuted)
    implements PageModel {

  @Override
  public String template() {
    return "member.jte";
  }

  public PersonCard person() {
    return profile.card();
  }

  public Shared shared() {
    String description =
        chrome
            .words()
            .of(
                "member.shared",
                person().displayName(),
                chrome.words().number(profile.imageCount()));
    ImageCard first = pictures.items().isEmpty() ? null : pictures.items().getFirst();
    return new Shared(address(), description, first, address() + "/feed.atom", false);
  }

  public String address() {
    return "/users/" + person().userId();
  }

  public @Nullable String next() {
    String cursor = pictures.nextCursor();
    return cursor == null ? null : new Link(address()).and("cursor", cursor).toString();
  }
}
