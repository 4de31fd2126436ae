package com.aipixels.notifications;

import com.aipixels.identity.MemberLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Calls the streams of whoever leaves, so that they end.
@Component
class OnReaderLeft {

  private final InboxTable inboxes;

  OnReaderLeft(InboxTable inboxes) {
    this.inboxes = inboxes;
  }

  @EventListener
  void endStreams(MemberLeft event) {
    inboxes.call(event.member());
  }
}
