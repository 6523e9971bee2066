package org.accountinghub.routes.app;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.operations.UploadsApi;
import org.accountinghub.routes.store.ContractRegisters;
import org.accountinghub.routes.store.StoreSettings;
import org.accountinghub.routes.uploads.RowWriter;
import org.accountinghub.routes.uploads.StoreRows;
import org.accountinghub.routes.uploads.UploadBeat;
import org.accountinghub.routes.uploads.UploadSettings;
import org.accountinghub.routes.uploads.UploadWork;
import org.accountinghub.routes.uploads.Uploads;
import org.accountinghub.routes.uploads.file.Limits;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Registers that people upload as files. */
@Configuration
class UploadConfiguration {

    private static final Duration EVERY = Duration.ofSeconds(15);

    @Bean
    UploadSettings uploadSettings(HubSettings settings) {
        return UploadSettings.usual(settings.data().resolve("uploads"))
                .withLimits(Limits.USUAL.withBytes(settings.uploadLimit()));
    }

    @Bean
    RowWriter uploadedRows(DataSource dataSource, StoreSettings settings) {
        return new StoreRows(new ContractRegisters(dataSource, settings));
    }

    @Bean
    UploadWork uploadWork(
            Ledger ledger, RowWriter rows, OnceAtATime once, UploadSettings settings, InstantSource clock) {
        return new UploadWork(ledger.uploads(), rows, once, settings, clock);
    }

    @Bean(destroyMethod = "close")
    UploadBeat uploadBeat(UploadWork work) {
        return new UploadBeat(work, EVERY);
    }

    @Bean
    UploadsApi uploadsApi(Ledger ledger, UploadSettings settings, UploadBeat beat) {
        return new UploadsApi(new Uploads(ledger.uploads(), settings, beat::nudge));
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(UploadBeat.class).start();
    }
}
