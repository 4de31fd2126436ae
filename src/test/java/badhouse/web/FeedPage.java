package badhouse.web;

/// A page that everybody can call.
public class FeedPage {

  public static String address() {
    return "/";
  }
}
