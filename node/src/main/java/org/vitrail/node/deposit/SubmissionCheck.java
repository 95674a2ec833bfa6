package org.vitrail.node.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.DepositContents.HeldImage;
import org.vitrail.ontology.TermCheck;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionValidator;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.ImageDescription;

/** Says everything that keeps a deposit from being submitted: its description, missing files, refused images. */
@ApplicationScoped
public class SubmissionCheck {
    private final DescriptionValidator validator;
    private final TermCheck termCheck;
    private final DepositContents contents;

    SubmissionCheck(TermTable terms, DepositConfig config, DepositContents contents) {
        this.termCheck = new TermCheck(terms);
        this.validator = new DescriptionValidator(termCheck::isKnown, config.acceptedLicenses());
        this.contents = contents;
    }

    /** Faults of a description alone, in its order. */
    public List<Fault> faults(DatasetDescription description) {
        List<Fault> faults = new ArrayList<>(validator.validate(description));
        faults.addAll(termCheck.faults(description));
        return faults;
    }

    /** All faults of a deposit; empty when it can be submitted. */
    public List<Fault> faults(Deposit deposit) {
        List<Fault> faults = new ArrayList<>(faults(deposit.description()));
        faults.addAll(missingFiles(deposit));
        faults.addAll(refusedImages(deposit));
        return faults;
    }

    private List<Fault> missingFiles(Deposit deposit) {
        Set<String> stored = contents.listFiles(deposit).stream()
                .filter(HeldFile::stored)
                .map(HeldFile::path)
                .collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        forEachImage(deposit.description(), (path, image) -> {
            for (int i = 0; i < image.files().size(); i++) {
                addIfMissing(
                        faults,
                        stored,
                        path + ".files[" + i + "]",
                        image.files().get(i));
            }
            for (int i = 0; i < image.labels().size(); i++) {
                addIfMissing(
                        faults,
                        stored,
                        path + ".labels[" + i + "].file",
                        image.labels().get(i).file());
            }
        });
        return faults;
    }

    private static void addIfMissing(List<Fault> faults, Set<String> stored, String path, String file) {
        if (file != null && !stored.contains(file)) {
            faults.add(Fault.of(path, FaultCode.FILE_NOT_ARRIVED, file));
        }
    }

    private List<Fault> refusedImages(Deposit deposit) {
        return contents.listImages(deposit.id()).stream()
                .filter(HeldImage::isRefused)
                .map(image ->
                        Fault.of(imagePath(image.imageSet(), image.image()), FaultCode.IMAGE_REFUSED, image.reason()))
                .toList();
    }

    private interface ImageVisitor {
        void visit(String path, ImageDescription image);
    }

    private static void forEachImage(DatasetDescription description, ImageVisitor visitor) {
        for (int s = 0; s < description.imageSets().size(); s++) {
            List<ImageDescription> images = description.imageSets().get(s).images();
            for (int i = 0; i < images.size(); i++) {
                visitor.visit(imagePath(s, i), images.get(i));
            }
        }
    }

    private static String imagePath(int imageSet, int image) {
        return "imageSets[" + imageSet + "].images[" + image + "]";
    }
}
