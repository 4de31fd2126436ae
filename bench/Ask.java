/// A request.
///
/// @param member whose token it carries; 0 for a guest
record Ask(String method, String path, long member) {

  static Ask get(String path) {
    return new Ask("GET", path, 0);
  }

  static Ask get(String path, long member) {
    return new Ask("GET", path, member);
  }
}
