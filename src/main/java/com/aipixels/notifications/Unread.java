package com.aipixels.notifications;

/// How many notifications are unread, counted no further than [Notifications#MANY].
record Unread(int unreadNotifications) {}
