package com.aipixels.generation;

import com.aipixels.engines.EngineNudged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Wakes whichever process works on the generation, so that it looks at once instead of at its next
/// poll.
@Component
class OnEngineNudged {

  private final QueueTable queue;

  OnEngineNudged(QueueTable queue) {
    this.queue = queue;
  }

  @EventListener
  void wake(EngineNudged event) {
    queue.nudge(event.generationId());
  }
}
