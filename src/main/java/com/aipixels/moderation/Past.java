package com.aipixels.moderation;

import com.aipixels.identity.UserId;
import org.jspecify.annotations.Nullable;

/// A line of the audit trail that something is to follow from, while its person is still there.
record Past(
    long id,
    Action action,
    @Nullable UserId moderator,
    UserId person,
    @Nullable Long caseId,
    @Nullable Integer image,
    @Nullable Integer comment) {}
