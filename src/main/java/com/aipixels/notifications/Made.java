package com.aipixels.notifications;

import java.util.UUID;

/// A request for a picture, and how it ended.
public record Made(UUID id, String status) {}
