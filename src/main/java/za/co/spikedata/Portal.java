package za.co.spikedata;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import za.co.spikedata.sandbox.SandboxWorker;

/** Starts the portal, one of its worker processes, or a command. */
@SpringBootApplication
public class Portal {
    public static void main(String[] args) {
        if (SandboxWorker.isMeant(args)) {
            SandboxWorker.run();
            return;
        }
        SpringApplication.run(Portal.class, args);
    }
}
