package org.vitrail.pixels.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dupont_Jean_IRM.nii.gz",
                "jean-pierre dupont.tif",
                "Élodie_Dupont.svs",
                "E\u0301lodie_Dupont.svs",
                "JULIE_MARTIN_01.czi",
                "MuellerJuergen.tif",
                "Dr_Martinez_slide2.ndpi",
                "Mme Dupont.tif",
                "ROE^JANE.dcm",
                "jane.roe@hospital.example.tif",
                "S17-12345_A1_HE.svs",
                "HP2019-04711.svs",
                "23H04711-2.ndpi",
                "patient_4711.dcm",
                "Pat0042.tif",
                "MRN00123456.nii",
                "IPP 8004711815.svs",
                "case-1234.tif",
                "Fallnr 4711.tif"
            })
    void namesLikeAPersonOrACaseGoToTheCurator(String name) {
        assertThat(FileNameRule.findings(name)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(IdentityFinding.Kind.FILE_NAME);
            assertThat(finding.treatment()).isEqualTo(IdentityFinding.Treatment.CURATOR);
            assertThat(finding.where()).isEqualTo("file name");
            assertThat(finding.file()).isEqualTo(name);
            assertThat(finding.reason()).startsWith("The name ").contains("rename it before the deposit");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maize_clsm.tif",
                "bbbc022_hcs_3ch_u2os.tif",
                "GFP-Actin_Control_01.tif",
                "20190402_HeLa_DAPI_63x.czi",
                "2019-04-02 10.20.30.tif",
                "B02-0001_s1_w1.tif",
                "A01_001.tif",
                "plate-01.zarr",
                "CMU-1-Small-Region.svs",
                "hamamatsu_test3-DAPI.ndpi",
                "highdicom_ct_image.dcm",
                "pydicom_CT_small.dcm",
                "nibabel_example4d.nii.gz",
                "TCGA-02-0001-01Z-00-DX1.svs",
                "sub-01_ses-02_T1w.nii.gz",
                "Experiment-123.czi",
                "IMG_20190402_102030.jpg",
                "Texas Red.tif",
                "mitosis.tif",
                "Rosa26-tdTomato_2019_Jan_12.tif",
                "oskar-mRNA_luc.tif",
                "6e7f8a9b-1c2d-4e3f-8a9b-1c2d4e3f8a9b.tif",
                "case3.tif",
                "Fall2019_HeLa.tif",
                "fall_2019.tif",
                "1.2.840.113619.2.55.3.604688119.dcm",
                ".zarray",
                ""
            })
    void namesOfSamplesAreHarmless(String name) {
        assertThat(FileNameRule.findings(name)).isEmpty();
    }

    @Test
    void nameElsewhereSaysWhere() {
        assertThat(FileNameRule.findings("Dupont Jean", "folder name"))
                .extracting(IdentityFinding::where)
                .containsExactly("folder name");
    }
}
