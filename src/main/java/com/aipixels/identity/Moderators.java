package com.aipixels.identity;

import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.util.List;
import org.springframework.stereotype.Component;

/// Members who moderate: those of whom Clerk says so at the moment they act. Who loses the role
/// loses it at once; who cannot be asked about does nothing.
@Component
public class Moderators {

  /// What Clerk's public metadata of a moderator says under `role`.
  public static final String ROLE = "moderator";

  private final ClerkApi clerk;

  Moderators(ClerkApi clerk) {
    this.clerk = clerk;
  }

  /// The member who asks, if they are a moderator now. Asks Clerk over the network, so call it
  /// outside of transactions.
  ///
  /// @throws Problem `unauthenticated`; `not_found` for every other member, as if there were no
  ///   moderation; `unavailable` while Clerk does not answer
  public UserId check(Viewer viewer) {
    UserId member = viewer.memberId();
    if (!ClerkApi.canName(member) || !isModerator(member)) {
      throw Problem.notFound();
    }
    return member;
  }

  private boolean isModerator(UserId member) {
    try {
      return clerk.users(List.of(member)).stream()
          .anyMatch(user -> user.id().equals(member.value()) && user.roles().contains(ROLE));
    } catch (ClerkAway e) {
      throw new Problem(
          ProblemCode.UNAVAILABLE, "Whether you may moderate cannot be verified right now.");
    }
  }
}
