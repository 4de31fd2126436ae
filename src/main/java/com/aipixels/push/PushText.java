package com.aipixels.push;

import com.aipixels.notifications.Notification;

/// Puts news into words; whoever makes the pages knows how.
public interface PushText {

  /// @param language a code such as `ko`; one without words of its own is answered in Korean
  PushMessage of(Notification news, String language);
}
