package badhouse.credits;

import org.springframework.stereotype.Component;

@Component
public class Credits {

  public int balance() {
    return 10;
  }
}
