package com.aipixels.notifications;

import com.aipixels.gallery.ImageCard;
import com.aipixels.identity.PersonCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of an inbox, as its reader may see it now.
///
/// @param position grows when somebody joins it; whatever is at or below the position read up to is
///   read
/// @param kind one of [Kind], or one of those that cannot be switched off, such as
///   `moderation_hidden`
/// @param actors up to three of those who did it, the latest first
/// @param actorCount how many did it; counted no further than 1000
/// @param subject what a kind that cannot be switched off is about, such as `image:12`
/// @param detail a code that says more of it
public record Notification(
    long id,
    long position,
    String kind,
    List<PersonCard> actors,
    int actorCount,
    @Nullable ImageCard image,
    @Nullable Said comment,
    @Nullable Made generation,
    @Nullable String subject,
    @Nullable String detail,
    Instant createdAt,
    boolean read) {}
