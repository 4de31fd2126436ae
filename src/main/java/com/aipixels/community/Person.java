package com.aipixels.community;

import com.aipixels.identity.PersonCard;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// Somebody in a list, and whether the viewer follows them.
public record Person(@JsonUnwrapped PersonCard card, boolean isFollowing) {}
