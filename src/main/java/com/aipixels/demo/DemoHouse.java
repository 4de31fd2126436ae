package com.aipixels.demo;

import com.aipixels.localclerk.LocalPeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Furnishes a house in which nobody ever was, in the background and in the way its members would.
/// Where somebody was, and where members live in the real Clerk, nothing happens.
@Component
@ConditionalOnProperty("aipixels.demo")
class DemoHouse {

  private static final Logger log = LoggerFactory.getLogger(DemoHouse.class);

  private final ObjectProvider<LocalPeople> people;
  private final DemoPictures pictures;
  private final DemoCrowd crowd;

  DemoHouse(ObjectProvider<LocalPeople> people, DemoPictures pictures, DemoCrowd crowd) {
    this.people = people;
    this.pictures = pictures;
    this.crowd = crowd;
  }

  @EventListener(ApplicationReadyEvent.class)
  void furnish() {
    LocalPeople here = people.getIfAvailable();
    if (here == null || !here.isEmpty()) {
      log.info("The demo is for a house in which nobody ever was: this one stays as it is");
      return;
    }
    DemoTexts texts = DemoTexts.read();
    DemoCast cast = DemoCast.of(texts.members(), here);
    Thread.ofVirtual()
        .name("demo")
        .start(() -> {
          crowd.talk(texts, cast, pictures.paint(texts, cast));
          log.info("The demo is complete");
        });
  }
}
