package com.aipixels.web;

import com.aipixels.look.Term;
import com.aipixels.notifications.Notification;
import com.aipixels.push.PushMessage;
import com.aipixels.push.PushText;
import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says in a push what the inbox says.
@Component
class PushWords implements PushText {

  private final MessageSource messages;
  private final InstantSource clock;

  PushWords(MessageSource messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public PushMessage of(Notification news, String language) {
    Words words =
        new Words(
            messages, Term.of(Language.class, language).orElse(Language.KOREAN), clock.instant());
    return new PushMessage(NotificationText.sentence(words, news), NotificationText.href(news));
  }
}
