//! Pictures: as SVG, with a metafile for whoever cannot draw that, a title and a description.

use super::body::Writer;
use super::parts::drawing_relation;
use crate::document::Picture;
use crate::letters::writable;
use crate::xml::Xml;

/// The namespace of a picture.
pub(super) const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
/// The number under which programs know that a picture is there as SVG too.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
/// English metric units in a millimetre.
const METRIC: f64 = 36_000.0;

impl<'a> Writer<'a> {
    pub(super) fn picture(&mut self, picture: &'a Picture) {
        let at = self.pictures.len();
        self.pictures.push(picture);
        let (width, height) = (picture.width, picture.drawing.height_for(picture.width));
        let size = |xml: &mut Xml, element: &str| {
            xml.open(element);
            xml.attribute("cx", &((width * METRIC).round() as u64));
            xml.attribute("cy", &((height * METRIC).round() as u64));
            xml.close();
        };
        let xml = &mut self.xml;
        for element in ["w:r", "w:drawing", "wp:inline"] {
            xml.open(element);
        }
        for side in ["distT", "distB", "distL", "distR"] {
            xml.attribute(side, "0");
        }
        size(xml, "wp:extent");
        xml.open("wp:docPr");
        xml.attribute("id", &(at + 1));
        xml.attribute("name", &format!("Picture {}", at + 1));
        xml.attribute("title", &writable(&picture.title));
        xml.attribute("descr", &writable(&picture.description));
        xml.close();
        xml.open("a:graphic");
        xml.open("a:graphicData");
        xml.attribute("uri", PIC);
        xml.open("pic:pic");
        xml.open("pic:nvPicPr");
        xml.open("pic:cNvPr");
        xml.attribute("id", &(at + 1));
        xml.attribute("name", &format!("Picture {}", at + 1));
        xml.attribute("descr", &writable(&picture.description));
        xml.close();
        xml.empty("pic:cNvPicPr");
        xml.close();
        xml.open("pic:blipFill");
        xml.open("a:blip");
        xml.attribute("r:embed", &drawing_relation(at, "emf"));
        xml.open("a:extLst");
        xml.open("a:ext");
        xml.attribute("uri", SVG_EXTENSION);
        xml.open("asvg:svgBlip");
        xml.attribute("xmlns:asvg", SVG);
        xml.attribute("r:embed", &drawing_relation(at, "svg"));
        (0..4).for_each(|_| xml.close());
        xml.open("a:stretch");
        xml.open("a:fillRect");
        (0..3).for_each(|_| xml.close());
        xml.open("pic:spPr");
        xml.open("a:xfrm");
        xml.open("a:off");
        xml.attribute("x", "0");
        xml.attribute("y", "0");
        xml.close();
        size(xml, "a:ext");
        xml.close();
        xml.open("a:prstGeom");
        xml.attribute("prst", "rect");
        xml.open("a:avLst");
        // avLst, prstGeom, spPr, pic, graphicData, graphic, inline, drawing, r.
        (0..9).for_each(|_| xml.close());
    }
}
