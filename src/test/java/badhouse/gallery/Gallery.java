package badhouse.gallery;

import badhouse.credits.Credits;
import badhouse.web.FeedPage;
import org.springframework.stereotype.Component;

/// Asks a room that its door plate does not name, and the web.
@Component
class Gallery {

  private final Credits credits;

  Gallery(Credits credits) {
    this.credits = credits;
  }

  String address() {
    return FeedPage.address() + credits.balance();
  }
}
