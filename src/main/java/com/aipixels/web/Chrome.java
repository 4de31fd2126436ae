package com.aipixels.web;

import com.aipixels.identity.ClerkFrontend;
import com.aipixels.identity.UserId;
import com.aipixels.notifications.Notifications;
import org.jspecify.annotations.Nullable;

/// What surrounds every page.
///
/// @param theme as its reader has chosen
/// @param site its name for the world, such as `https://aipixels.example`
/// @param path of the page itself, without its query
/// @param sought what the search box says
/// @param account null for a guest, and where nobody asked who is looking
/// @param asked whether somebody asked
/// @param reloadable whether the page was read, and may be again
/// @param clerk null: its stand-in
/// @param maker who or what makes the pictures here, and whether that is a trained model
public record Chrome(
    Words words,
    Theme theme,
    String site,
    String path,
    String sought,
    @Nullable Account account,
    boolean asked,
    boolean reloadable,
    @Nullable ClerkFrontend clerk,
    Maker maker,
    Assets assets) {

  /// The member who is looking.
  ///
  /// @param unread counted no further than 100
  /// @param moderates whether the way to the desk is shown; who may act there is asked there
  public record Account(
      UserId userId,
      String name,
      @Nullable String imageUrl,
      int credits,
      int unread,
      boolean moderates) {

    /// What stands in for a missing face.
    public String initial() {
      return name.isEmpty() ? "?" : new String(Character.toChars(name.codePointAt(0)));
    }

    /// How many notifications are unread, as the bell says it; empty where there are none.
    public String unreadBadge() {
      if (unread == 0) {
        return "";
      }
      return unread >= Notifications.MANY ? Notifications.MANY - 1 + "+" : Integer.toString(unread);
    }
  }

  /// The engine as the notices about AI name it.
  public record Maker(String model, boolean isAiModel) {}

  /// Where the form leads that signs out.
  public String signOut() {
    return clerk == null ? "/local-clerk/sign-out" : "/sign-out";
  }

  /// Whether whoever is nobody here may only be late in renewing their session.
  public boolean mayBeLate() {
    return reloadable && account == null;
  }

  /// For a link in the navigation: `page` where it leads here.
  public @Nullable String current(String href) {
    return path.equals(href) ? "page" : null;
  }
}
